/**
 * What the machine can do at best: one request path (workload, client, one server with CPU, RAM and
 * I/O, client), written by hand as a single loop. A 4-ary heap in typed arrays, a shared generator,
 * no metrics but a count and a sum. The kernel is measured beside it.
 */
export interface YardstickScenario {
  readonly horizon: number
  readonly arrivalRate: number
  readonly linkMean: number
  readonly dropout: number
  readonly cores: number
  readonly ramMb: number
  readonly cpuTime: number
  readonly ramPerRequest: number
  readonly ioTime: number
}

const ARRIVE = 0
const AT_CLIENT = 1
const AT_SERVER = 2
const CPU_DONE = 3
const IO_DONE = 4
const BACK = 5

/** Runs the loop to its horizon; returns completed requests, events, and the sum of latencies [s]. */
export function runYardstick(
  of: YardstickScenario,
  seed: number,
): { completed: number; events: number; latency: number } {
  const random = xoshiro(seed)
  const exponential = (mean: number) => -Math.log(1 - random()) * mean
  const heap = new Heap()
  let born = new Float64Array(1 << 16)
  const free: number[] = []
  let slots = 0
  const cpuQueue = new Ring()
  const ramQueue = new Ring()
  let cores = of.cores
  let ram = of.ramMb
  let completed = 0
  let events = 0
  let latency = 0
  const lost = (slot: number) => {
    if (random() >= of.dropout) return false
    free.push(slot)
    return true
  }
  const startCpu = (slot: number, now: number) => {
    if (cores === 0) cpuQueue.push(slot)
    else {
      cores--
      heap.push(now + of.cpuTime, CPU_DONE, slot)
    }
  }
  heap.push(exponential(1 / of.arrivalRate), ARRIVE, 0)
  for (;;) {
    const now = heap.nextTime()
    if (now >= of.horizon) return { completed, events, latency }
    const kind = heap.kind
    const slot = heap.slot
    heap.pop()
    events++
    switch (kind) {
      case ARRIVE: {
        heap.push(now + exponential(1 / of.arrivalRate), ARRIVE, 0)
        const fresh = free.pop() ?? slots++
        if (fresh === born.length) {
          const larger = new Float64Array(born.length * 2)
          larger.set(born)
          born = larger
        }
        born[fresh] = now
        if (!lost(fresh)) heap.push(now + exponential(of.linkMean), AT_CLIENT, fresh)
        break
      }
      case AT_CLIENT:
        if (!lost(slot)) heap.push(now + exponential(of.linkMean), AT_SERVER, slot)
        break
      case AT_SERVER:
        if (ramQueue.length > 0 || ram < of.ramPerRequest) ramQueue.push(slot)
        else {
          ram -= of.ramPerRequest
          startCpu(slot, now)
        }
        break
      case CPU_DONE:
        if (cpuQueue.length > 0) heap.push(now + of.cpuTime, CPU_DONE, cpuQueue.shift())
        else cores++
        heap.push(now + of.ioTime, IO_DONE, slot)
        break
      case IO_DONE:
        ram += of.ramPerRequest
        while (ramQueue.length > 0 && ram >= of.ramPerRequest) {
          ram -= of.ramPerRequest
          startCpu(ramQueue.shift(), now)
        }
        if (!lost(slot)) heap.push(now + exponential(of.linkMean), BACK, slot)
        break
      case BACK:
        completed++
        latency += now - born[slot]!
        free.push(slot)
        break
    }
  }
}

class Ring {
  length = 0
  private items = new Int32Array(1 << 10)
  private head = 0

  push(item: number): void {
    if (this.length === this.items.length) {
      const larger = new Int32Array(this.items.length * 2)
      for (let i = 0; i < this.length; i++) larger[i] = this.items[(this.head + i) & (this.items.length - 1)]!
      this.items = larger
      this.head = 0
    }
    this.items[(this.head + this.length++) & (this.items.length - 1)] = item
  }

  shift(): number {
    const item = this.items[this.head]!
    this.head = (this.head + 1) & (this.items.length - 1)
    this.length--
    return item
  }
}

class Heap {
  private times = new Float64Array(1 << 16)
  private kinds = new Int32Array(1 << 16)
  private slots = new Int32Array(1 << 16)
  private size = 0

  nextTime(): number {
    return this.times[0]!
  }

  get kind(): number {
    return this.kinds[0]!
  }

  get slot(): number {
    return this.slots[0]!
  }

  push(time: number, kind: number, slot: number): void {
    const { times, kinds, slots } = this
    let i = this.size++
    while (i > 0) {
      const parent = (i - 1) >> 2
      if (times[parent]! <= time) break
      times[i] = times[parent]!
      kinds[i] = kinds[parent]!
      slots[i] = slots[parent]!
      i = parent
    }
    times[i] = time
    kinds[i] = kind
    slots[i] = slot
  }

  pop(): void {
    const { times, kinds, slots } = this
    const size = --this.size
    const time = times[size]!
    const kind = kinds[size]!
    const slot = slots[size]!
    let i = 0
    for (;;) {
      const first = 4 * i + 1
      if (first >= size) break
      let least = first
      const end = Math.min(first + 4, size)
      for (let child = first + 1; child < end; child++) if (times[child]! < times[least]!) least = child
      if (times[least]! >= time) break
      times[i] = times[least]!
      kinds[i] = kinds[least]!
      slots[i] = slots[least]!
      i = least
    }
    times[i] = time
    kinds[i] = kind
    slots[i] = slot
  }
}

/** xoshiro128**: uniform in [0, 1). */
function xoshiro(seed: number): () => number {
  let a = seed | 0 || 1
  let b = 0x9e3779b9
  let c = 0x243f6a88
  let d = 0xb7e15162
  return () => {
    const r = Math.imul(b, 5)
    const result = Math.imul((r << 7) | (r >>> 25), 9)
    const t = b << 9
    c ^= a
    d ^= b
    b ^= c
    a ^= d
    c ^= t
    d = (d << 11) | (d >>> 21)
    return (result >>> 0) / 4294967296
  }
}
