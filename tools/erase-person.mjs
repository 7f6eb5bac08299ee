import { runServerCommand } from './run-server-command.mjs';

await runServerCommand('erase-person', { besideServer: false });
