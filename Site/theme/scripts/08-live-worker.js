/* What runs a program, beside the page: unpacks and compiles it, once a visit, gives it what CShims.h asks for, and
   tells the page what it writes, in order. Its text and that of `unlzma` are a worker of their own, which sees nothing
   else of this script. Next: 08-live-unpack.js. */
function liveWorker() {
  const most = 8 << 20, decoder = new TextDecoder();
  const words = e => /stack/i.test(e.message) ? 'Fatal error: functions called each other too deeply'
    : /unreachable|bounds|divide|overflow/i.test(e.message) ? 'Fatal error: a number too large, a position out of range, or a value that is not there' : 'Fatal error: ' + e.message;

  /* A frame is the number of its fields, then each field's length and bytes, a line feed after every item. */
  function fields(bytes) {
    let at = 0;
    const number = () => { let n = 0; while (bytes[at] !== 10) n = 10 * n + bytes[at++] - 48; at += 1; return n; };
    return Array.from({ length: number() }, () => { const count = number(), text = decoder.decode(bytes.subarray(at, at + count)); at += count + 1; return text; });
  }

  async function run(program, settings) {
    // A program knows composed characters alone.
    const said = new TextEncoder().encode(settings.normalize());
    if (!(program instanceof WebAssembly.Module)) { program = await WebAssembly.compile(unlzma(program)); postMessage({ program }); }
    let memory, written = 0, pending = [], total = 0;
    const take = () => { if (pending.length) postMessage({ text: decoder.decode(Uint8Array.from(pending)) }); pending = []; };
    const unrolled = {
      frames_descriptor: () => 3,
      offset: descriptor => BigInt(descriptor === 1 ? written : 0),
      write(descriptor, start, count) {
        const bytes = new Uint8Array(memory.buffer, start, Number(count));
        total += bytes.length;
        if (total > most) throw new Error('it wrote more than a page can show');
        if (descriptor === 3) { take(); postMessage({ frame: fields(bytes.slice()) }); return 0; }
        if (descriptor === 1) written += bytes.length;
        bytes.forEach(byte => pending.push(byte));
        return 0;
      },
      settings(start, capacity) {
        if (said.length <= Number(capacity)) new Uint8Array(memory.buffer).set(said, start);
        return BigInt(said.length);
      },
      flush_denormals() {},
    };
    const instance = await WebAssembly.instantiate(program, { unrolled });
    memory = instance.exports.memory;
    try { instance.exports.lesson_main(0, 0); take(); postMessage({ done: true }); } catch (problem) {
      // The program has said why, at the end of what it wrote: it has nothing else to say it with.
      const text = decoder.decode(Uint8Array.from(pending)), at = text.lastIndexOf('Fatal error: ');
      const why = at < 0 ? words(problem) : text.slice(at).trimEnd();
      postMessage({ text: at < 0 ? text : text.slice(0, at), done: true, stopped: why.replace('Fatal error: ', '') });
    }
  }
  onmessage = ({ data }) => run(data.program, data.settings)
    .catch(problem => postMessage({ done: true, stopped: 'this browser cannot run the program: ' + problem.message }));
}
