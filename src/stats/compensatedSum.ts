/** A running sum whose rounding error does not grow with the number of terms (Neumaier, 1974). */
export class CompensatedSum {
  private sum = 0
  private compensation = 0

  add(term: number): void {
    const next = this.sum + term
    if (Math.abs(this.sum) >= Math.abs(term)) this.compensation += this.sum - next + term
    else this.compensation += term - next + this.sum
    this.sum = next
  }

  get value(): number {
    return this.sum + this.compensation
  }
}
