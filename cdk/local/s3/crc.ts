// Cyclic redundancy checks that Node does not have, a byte at a time from a table. Both run from the
// lowest bit and are inverted before and after; the polynomials are written in that order.

const CASTAGNOLI = 0x82f63b78;
const NVME_HIGH = 0x9a6c9329;
const NVME_LOW = 0xac4bc9b5;

const castagnoli = Uint32Array.from({ length: 256 }, (_, byte) => {
  let sum = byte;
  for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (sum & 1 ? CASTAGNOLI : 0);
  return sum;
});

/** CRC-32C of RFC 3720. @param previous the sum of what came before */
export function crc32c(chunk: Buffer, previous: number): number {
  let sum = ~previous;
  for (const byte of chunk) sum = (sum >>> 8) ^ (castagnoli[(sum ^ byte) & 0xff] ?? 0);
  return ~sum >>> 0;
}

// In halves: numbers of 64 bits are some twenty times slower.
const nvmeHigh = new Uint32Array(256);
const nvmeLow = new Uint32Array(256);
for (let byte = 0; byte < 256; byte += 1) {
  let [high, low] = [0, byte];
  for (let bit = 0; bit < 8; bit += 1) {
    const odd = low & 1;
    low = (low >>> 1) | (high << 31);
    high >>>= 1;
    if (odd) [high, low] = [high ^ NVME_HIGH, low ^ NVME_LOW];
  }
  nvmeHigh[byte] = high;
  nvmeLow[byte] = low;
}

/** CRC-64 of the NVM Express specification. @param previous the sum of what came before */
export function crc64nvme(chunk: Buffer, previous: bigint): bigint {
  let high = ~Number(previous >> 32n);
  let low = ~Number(previous & 0xffffffffn);
  for (const byte of chunk) {
    const at = (low ^ byte) & 0xff;
    low = ((low >>> 8) | (high << 24)) ^ (nvmeLow[at] ?? 0);
    high = (high >>> 8) ^ (nvmeHigh[at] ?? 0);
  }
  return (BigInt(~high >>> 0) << 32n) | BigInt(~low >>> 0);
}
