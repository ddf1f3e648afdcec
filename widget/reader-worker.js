// yishi-reader.js: opens a file that somebody chose at the desk, in a worker of its own, so that a workbook which breaks
// its reader, fills the memory or never ends takes no page down with it. What was opened comes back as text.
//
// Where a page may not start our worker (it came from another server, or the page's policy forbids it), `open` runs in the
// page: the reader's memory is still its own, and a reader that broke is not used again.
//
// `cargo xtask widget` puts the names of the built files in place of the words in @.

let broken = 0;

// Gives null for a file that breaks the reader; throws if the reader cannot be had.
export const open = async (bytes) => {
  // A module is kept under its address, with the instance that a file may have broken.
  const module = await import("./@MODULE@" + "?".repeat(broken));
  const wasm = await fetch(new URL("@WASM@", import.meta.url), { integrity: "@WASM_HASH@" });
  await module.default({ module_or_path: wasm });
  try {
    return module.open(bytes);
  } catch (error) {
    broken += 1;
    return null;
  }
};

if (typeof WorkerGlobalScope === "function" && self instanceof WorkerGlobalScope) {
  self.onmessage = ({ data }) => open(data).then((text) => postMessage({ text }), () => postMessage({}));
  postMessage("ready");
}
