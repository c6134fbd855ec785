import fc from 'fast-check'

/* Set up in every trial: that there is a counterexample is enough, however large. */
fc.configureGlobal({ ...fc.readConfigureGlobal(), endOnFailure: true })
