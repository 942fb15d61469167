/**
 * A set of ids that does not hold the ids: 64 bits of each, so that ten million take 134 MB and not a gigabyte. Two different
 * ids share a fingerprint once in 2^64; of ten million ids, some two do with a chance of 3 in a million, and one is then missed.
 *
 * Written without an object for each id, since these come by the million, and what is thrown away is memory until it is found.
 */

const FIRST_SIZE = 1024;
/** A table is doubled when it is fuller than this. */
const FULLEST = 0.65;

const rounds = (h: number, other: number): number =>
  Math.imul(h ^ (h >>> 16), 2246822507) ^ Math.imul(other ^ (other >>> 13), 3266489909);

const hex = (word: number): string => (word >>> 0).toString(16).padStart(8, "0");

/** Open addressing: two words for each place, the next place is tried until one fits, and two zeros mark a free one. */
export class Fingerprints {
  #table = new Uint32Array(FIRST_SIZE * 2);
  #size = 0;
  /** A bit for each place, from the first mark on. */
  #marks = new Uint8Array(0);
  #marked = 0;
  /** The fingerprint of the id that was looked at last. */
  #high = 0;
  #low = 0;
  /** Sums and exclusive ors over all fingerprints: whatever the order, the same set has the same ones. */
  readonly #sums = new Uint32Array(4);

  get size(): number {
    return this.#size;
  }

  has(id: string): boolean {
    this.#print(id);
    return !this.#isFree(this.#place());
  }

  /** How many ids were marked. */
  get marked(): number {
    return this.#marked;
  }

  /** Marks an id: false when it was marked before, and `undefined` when it is not in the set. */
  mark(id: string): boolean | undefined {
    this.#print(id);
    const place = this.#place();
    if (this.#isFree(place)) return undefined;
    if (this.#marks.length === 0) this.#marks = new Uint8Array(this.#table.length / 16);
    const bit = 1 << ((place >> 1) & 7);
    const at = place >> 4;
    const byte = this.#marks[at] ?? 0;
    if ((byte & bit) !== 0) return false;
    this.#marks[at] = byte | bit;
    this.#marked += 1;
    return true;
  }

  /** False when it was there already. Once ids are marked, none may be added. */
  add(id: string): boolean {
    this.#print(id);
    const place = this.#place();
    if (!this.#isFree(place)) return false;
    this.#put(place);
    this.#size += 1;
    this.#note();
    if (this.#size > FULLEST * (this.#table.length / 2)) this.#double();
    return true;
  }

  /** The same text for the same ids, in any order and however often repeated; another one for others, but for odds of 2^-64. */
  get checksum(): string {
    return [...this.#sums].map(hex).join("");
  }

  /** Two rounds of MurmurHash's mixing over the letters, after `cyrb53` (public domain). */
  #print(id: string): void {
    let a = 0xdeadbeef;
    let b = 0x41c6ce57;
    for (let i = 0; i < id.length; i += 1) {
      const letter = id.charCodeAt(i);
      a = Math.imul(a ^ letter, 2654435761);
      b = Math.imul(b ^ letter, 1597334677);
    }
    this.#high = rounds(a, b) >>> 0;
    // Never two zeros, which mark a free place.
    this.#low = rounds(b, this.#high) >>> 0 || 1;
  }

  #isFree(place: number): boolean {
    return this.#table[place] === 0 && this.#table[place + 1] === 0;
  }

  /** Where the fingerprint is, or belongs. */
  #place(): number {
    const last = this.#table.length - 1;
    let place = (this.#low * 2) & last;
    while (
      !this.#isFree(place) &&
      (this.#table[place] !== this.#high || this.#table[place + 1] !== this.#low)
    ) {
      place = (place + 2) & last;
    }
    return place;
  }

  #put(place: number): void {
    this.#table[place] = this.#high;
    this.#table[place + 1] = this.#low;
  }

  #note(): void {
    const sums = this.#sums;
    sums[0] = (sums[0] ?? 0) ^ this.#high;
    sums[1] = (sums[1] ?? 0) ^ this.#low;
    sums[2] = (sums[2] ?? 0) + this.#high;
    sums[3] = (sums[3] ?? 0) + this.#low;
  }

  #double(): void {
    const old = this.#table;
    this.#table = new Uint32Array(old.length * 2);
    for (let i = 0; i < old.length; i += 2) {
      this.#high = old[i] ?? 0;
      this.#low = old[i + 1] ?? 0;
      if (this.#high !== 0 || this.#low !== 0) this.#put(this.#place());
    }
  }
}
