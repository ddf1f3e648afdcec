// Hands a file to `yishi-reader.js`, which lies beside the loader, and waits for what it holds.

// No file of an estate takes a hundredth of this; one that does would never end.
const LONGEST_MS = 120_000;

// The text of what was opened; null if the file broke its reader. Throws if the reader cannot be had.
export const open = async (bytes) => {
  const script = import.meta.url.replace(/snippets\/.*/, "yishi-reader.js");
  const here = async () => (await import(script)).open(bytes);
  let worker;
  try {
    worker = new Worker(script, { type: "module" });
  } catch (error) {
    // Of another origin.
    return here();
  }
  try {
    return await new Promise((yes, no) => {
      let started = false;
      let timer;
      worker.onmessage = ({ data }) => {
        if (data === "ready") {
          started = true;
          timer = setTimeout(() => yes(null), LONGEST_MS);
          return worker.postMessage(bytes);
        }
        clearTimeout(timer);
        if (data.text === undefined) no(new Error("the reader cannot be had"));
        else yes(data.text);
      };
      // Before it has started: the page's policy forbids it, or the network is gone, as `here` will find.
      worker.onerror = () => {
        clearTimeout(timer);
        if (started) yes(null);
        else here().then(yes, no);
      };
    });
  } finally {
    worker.terminate();
  }
};
