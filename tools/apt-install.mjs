import { findProgram } from './find-program.mjs';
import { runCommand } from './run-command.mjs';

/** Whether this process may add Debian packages to the machine. */
export const canAptInstall = () => process.getuid?.() === 0 && findProgram(['apt-get']) !== undefined;

/**
 * Installs Debian packages without asking. The package lists are fetched first, because fresh containers have none.
 * @param {readonly string[]} packages
 * @returns {Promise<boolean>} whether all are installed now
 */
export const aptInstall = async (packages) => {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  console.log(`Installing ${packages.join(', ')} with apt-get …`);
  await runCommand('apt-get', ['update', '-qq'], { env });
  const { code, output } = await runCommand(
    'apt-get',
    ['install', '-y', '-qq', '--no-install-recommends', ...packages],
    {
      env,
    },
  );
  if (code !== 0) console.error(output);
  return code === 0;
};
