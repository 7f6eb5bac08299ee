import { aptInstall, canAptInstall } from './apt-install.mjs';
import { findProgram } from './find-program.mjs';
import { runCommand } from './run-command.mjs';

/**
 * A strace that may look into other programs: present, or the Debian package when root.
 * @returns {Promise<{ path: string } | { problem: string } | { refused: string }>} refused: this system lets nobody do it
 */
export const ensureStrace = async () => {
  if (process.platform !== 'linux') return { refused: `strace is a program of Linux; this is ${process.platform}` };
  const present = findProgram(['strace']);
  const installed = !present && canAptInstall() && (await aptInstall(['strace']));
  const path = present ?? (installed ? findProgram(['strace']) : undefined);
  if (!path) return { problem: 'strace is needed and could not be installed. Install it, for example with apt-get.' };
  const { code, output } = await runCommand(path, ['-o', '/dev/null', 'true']);
  return code === 0 ? { path } : { refused: `strace may not look into a program here: ${output.trim()}` };
};
