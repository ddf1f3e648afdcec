// Where a phone keeps its key: IndexedDB, with the seed wrapped by an AES-GCM key that no script can read out.
//
// One record an estate: {current: {wrapping, iv, sealed}, seq}, while an enrolment is on its way {pending: {…}}, and while
// something signed is on its way {outbox: [[about, text], …]}; {receipts: [[about, text], …]} are those of ballots, and
// {heads: [note, …]} is what was seen of the log; {partings: …, missing: …} what is left of a history that did not go on. A pending key takes the current one's place only when the log has it, so that a letter
// that is refused costs nobody a key. Numbers are reserved in
// one transaction, so that two open pages never sign with the same one.

const open = () =>
  new Promise((yes, no) => {
    const request = indexedDB.open("yishi", 1);
    request.onupgradeneeded = () => request.result.createObjectStore("estates");
    request.onsuccess = () => yes(request.result);
    request.onerror = () => no(request.error);
  });

// Reads the record, lets `change` make a new one, and writes it, all in one transaction.
const update = async (estate, change) => {
  const database = await open();
  try {
    return await new Promise((yes, no) => {
      const transaction = database.transaction("estates", "readwrite");
      const store = transaction.objectStore("estates");
      const request = store.get(estate);
      let answer;
      request.onsuccess = () => {
        const record = request.result || {};
        answer = change(record);
        store.put(record, estate);
      };
      transaction.oncomplete = () => yes(answer);
      transaction.onerror = transaction.onabort = () => no(transaction.error);
    });
  } finally {
    database.close();
  }
};

// What a page lacks to make a key and to keep it: a secure connection, without which browsers give no cryptography, as the
// address that has one; a browser that keeps something for it, as ""; or nothing. Asked before a letter is.
export const lacks = async (estate) => {
  if (!isSecureContext && location.protocol === "http:")
    return "https://" + location.hostname + location.pathname + location.search;
  if (!crypto.subtle) return "";
  return update(estate, () => undefined).catch(() => "");
};

// The seed in `slot` ("current" or "pending"), 32 bytes, or undefined if there is none.
export async function loadSeed(estate, slot) {
  const kept = await update(estate, (record) => record[slot]);
  if (!kept) return undefined;
  const opened = await crypto.subtle.decrypt({ name: "AES-GCM", iv: kept.iv }, kept.wrapping, kept.sealed);
  return new Uint8Array(opened);
}

export async function saveSeed(estate, seed) {
  const wrapping = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const sealed = await crypto.subtle.encrypt({ name: "AES-GCM", iv }, wrapping, seed);
  await update(estate, (record) => {
    record.pending = { wrapping, iv, sealed };
  });
  if (navigator.storage && navigator.storage.persist) await navigator.storage.persist().catch(() => false);
}

// The pending key has entered the log with number 0.
export const promoteSeed = (estate) =>
  update(estate, (record) => {
    // Receipts are of the key that signed.
    if (record.pending) Object.assign(record, { current: record.pending, seq: 0, receipts: [] });
    delete record.pending;
  });

// The next number to sign with: above every number this phone has used, and at least `least`.
export const reserveSeq = (estate, least) =>
  update(estate, (record) => (record.seq = Math.max((record.seq ?? -1) + 1, least)));

// What is kept on a shelf, each under what it is about: on "outbox" what was signed and has no receipt yet, in the order in
// which it is sent; on "receipts" those of ballots.
export const shelf = (estate, name) => update(estate, (record) => (record[name] || []).map(([, text]) => text));

// In the place of what was there about it, or else at the end.
export const putOn = (estate, name, about, text) =>
  update(estate, (record) => {
    const all = record[name] || [];
    const at = all.findIndex(([other]) => other === about);
    if (at < 0) all.push([about, text]);
    else all[at] = [about, text];
    record[name] = all;
  });

// Only if it is still what is there: another page may have signed it anew.
export const dropOutbox = (estate, text) =>
  update(estate, (record) => {
    record.outbox = (record.outbox || []).filter(([, other]) => other !== text);
  });

// Heads of the log that this phone has seen, oldest first: the newest of the last visit, and those of receipts since.
export const heads = (estate) => update(estate, (record) => record.heads || []);

// In the place of those that it was held against. Of many receipts the last are kept.
export const keepHead = (estate, note, held) =>
  update(estate, (record) => {
    const rest = (record.heads || []).filter((other) => other !== note && !held.includes(other));
    const all = held.length ? [note, ...rest] : [...rest, note];
    record.heads = [...all.slice(0, 1), ...all.slice(1).slice(-3)];
  });

// Leaves the history of `lost` for that of `shown`: what is kept of it, and the receipts that only it had, in the same step as
// the heads. They stay whoever signs here later: they are evidence.
export const takeUp = (estate, lost, shown, parting, missing) =>
  update(estate, (record) => {
    const [gone, kept] = [true, false].map((is) =>
      (record.receipts || []).filter(([, text]) => missing.includes(text) === is),
    );
    record.partings = [...(record.partings || []), [shown, parting]];
    record.missing = [...(record.missing || []), ...gone];
    record.receipts = kept;
    const rest = (record.heads || []).filter((note) => note !== shown && !lost.includes(note));
    record.heads = [shown, ...rest];
  });
