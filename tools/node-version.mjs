/** The oldest Node that every pinned package supports; the same line stands in package.json under engines. */
const oldestNode = [20, 19];

/**
 * Says in plain words what is wrong with the running Node, or nothing when it will do.
 * @param {string} version as in process.versions.node
 * @returns {string | undefined}
 */
export const nodeVersionProblem = (version) => {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = oldestNode;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return undefined;
  return `Lianxin needs Node ${oldestNode.join('.')} or newer, and this is Node ${version}. Install a newer Node from https://nodejs.org and start again.`;
};
