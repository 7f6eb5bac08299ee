/**
 * The cycles among these imports, each as the files on it in order; one per group of files that reach each other.
 * @param {readonly import('./import-graph.mjs').Import[]} imports
 * @returns {string[][]}
 */
export const importCycles = (imports) => {
  /** @type {Map<string, string[]>} */
  const targetsByFile = new Map();
  for (const { file, target } of imports) {
    if (target) targetsByFile.set(file, [...(targetsByFile.get(file) ?? []), target]);
  }
  /** @type {Set<string>} */
  const finished = new Set();
  /** @type {string[][]} */
  const cycles = [];
  /** @param {string[]} path */
  const follow = (path) => {
    const file = path.at(-1) ?? '';
    for (const target of targetsByFile.get(file) ?? []) {
      const start = path.indexOf(target);
      if (start >= 0) cycles.push([...path.slice(start), target]);
      else if (!finished.has(target)) follow([...path, target]);
    }
    finished.add(file);
  };
  for (const file of targetsByFile.keys()) if (!finished.has(file)) follow([file]);
  return cycles;
};
