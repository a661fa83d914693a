/* Unpacks a program: LZMA, as `xz --format=lzma` makes it, leaves a quarter less of one than gzip does, and browsers
   have no word for it. After the specification at 7-zip.org/sdk.html. Next: 08-live-stage.js. */
function unlzma(packed) {
  let at = 14, range = 2 ** 32 - 1, code = 0;
  const refill = () => { if (range < 2 ** 24) { range *= 256; code = code * 256 + packed[at++]; } };
  for (let i = 0; i < 4; i += 1) code = code * 256 + packed[at++];

  // What a bit is read with: how often, of 2048 like it, it was 0 of late.
  const chances = count => new Uint16Array(count).fill(1024);
  function bit(chance, i) {
    const bound = (range >>> 11) * chance[i], isOne = code >= bound;
    if (isOne) { range -= bound; code -= bound; chance[i] -= chance[i] >> 5; } else { range = bound; chance[i] += 2048 - chance[i] >> 5; }
    refill();
    return +isOne;
  }
  function evenBits(count) {
    let value = 0;
    for (; count > 0; count -= 1) {
      range = range >>> 1;
      const one = +(code >= range);
      code -= one * range; value = 2 * value + one; refill();
    }
    return value;
  }
  function tree(chance, from, count) {
    let node = 1;
    for (let i = 0; i < count; i += 1) node = 2 * node + bit(chance, from + node);
    return node - (1 << count);
  }
  function lowestFirst(chance, from, count) {
    let node = 1, value = 0;
    for (let i = 0; i < count; i += 1) { const one = bit(chance, from + node); node = 2 * node + one; value |= one << i; }
    return value;
  }

  let out = new Uint8Array(1 << 20), length = 0;
  function put(byte) {
    if (length === out.length) { const more = new Uint8Array(2 * length); more.set(out); out = more; }
    out[length++] = byte;
  }

  // `state` tells what came before: a byte of its own, or a repeat of bytes at one of the last four distances.
  let state = 0, last = [0, 0, 0, 0];
  const isRepeat = chances(192), isOld = chances(12), isNotFirst = chances(12), isNotSecond = chances(12), isFourth = chances(12), isLong = chances(192);
  const repeated = () => out[length - last[0] - 1];

  const bytes = chances(0x300 << 3);
  function literal() {
    const from = 0x300 * ((length ? out[length - 1] : 0) >> 5);
    let node = 1, like = state < 7 ? 0 : repeated(), isLike = state >= 7;
    while (node < 256) {
      const expected = like >> 7 & 1, one = bit(bytes, from + node + (isLike ? 256 << expected : 0));
      node = 2 * node + one; like <<= 1; isLike &&= one === expected;
    }
    put(node & 255);
    state = state < 4 ? 0 : state < 10 ? state - 3 : state - 6;
  }

  function lengths() {
    const isMore = chances(2), short = chances(32), medium = chances(32), long = chances(256);
    return place => 2 + (!bit(isMore, 0) ? tree(short, place << 3, 3) : !bit(isMore, 1) ? 8 + tree(medium, place << 3, 3) : 16 + tree(long, 0, 8));
  }
  const newLength = lengths(), oldLength = lengths(), slots = chances(256), near = chances(128), lowBits = chances(16);
  function distance(count) {
    const slot = tree(slots, Math.min(count - 2, 3) << 6, 6), bits = (slot >> 1) - 1, start = (2 | slot & 1) * 2 ** bits;
    if (slot < 4) return slot;
    return start + (slot < 14 ? lowestFirst(near, start - slot, bits) : 16 * evenBits(bits - 4) + lowestFirst(lowBits, 0, 4));
  }

  for (;;) {
    const place = length & 3, here = (state << 4) + place;
    if (!bit(isRepeat, here)) { literal(); continue; }
    let count = 1;
    if (!bit(isOld, state)) {
      count = newLength(place); last = [distance(count), ...last.slice(0, 3)];
      if (last[0] === 2 ** 32 - 1) return out.subarray(0, length);
      state = state < 7 ? 7 : 10;
    } else if (!bit(isNotFirst, state)) {
      if (bit(isLong, here)) count = 0;
    } else {
      const which = !bit(isNotSecond, state) ? 1 : 2 + bit(isFourth, state);
      last.unshift(...last.splice(which, 1)); count = 0;
    }
    if (count === 1) state = state < 7 ? 9 : 11;
    if (count === 0) { count = oldLength(place); state = state < 7 ? 8 : 11; }
    for (; count > 0; count -= 1) put(repeated());
  }
}
