// Runs before each file of tests; what it imports is loaded once.
import './fixtures/columnEquality'
