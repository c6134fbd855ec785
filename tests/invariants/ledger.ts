/** A quantity counted by hand, and how long its units stayed. */
export class Ledger {
  value = 0
  private stays = 0

  enter(now: number, amount = 1): void {
    this.value += amount
    this.stays -= amount * now
  }

  leave(now: number, amount = 1): void {
    this.value -= amount
    this.stays += amount * now
  }

  /** Σ amount × time of all stays until `now` [s]; by Little's law this is ∫ value dt. */
  staysUntil(now: number): number {
    return this.stays + this.value * now
  }
}
