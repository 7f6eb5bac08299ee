import { issueInvitation } from './modules/session/invitation-routes.ts';
import type { Deployment } from './open-deployment.ts';

/** In the order they are printed. */
const roleLabels: Readonly<Record<string, string>> = {
  operator: '管理员',
  communityAdmin: '社区管理员',
  gridWorker: '网格员',
  volunteer: '志愿者',
};

/** Prints a fresh invitation for every account that waits for its first use; used ones are never printed again. */
export const printInvitations = async (
  deployment: Deployment,
  origin: string,
  print: (line: string) => void,
): Promise<void> => {
  const starters = await deployment.store.accounts.starters();
  if (starters.length === 0) return;
  print('邀请 (each link works once; the code can be typed instead):');
  const order = Object.keys(roleLabels);
  const sorted = [...starters].sort((a, b) => order.indexOf(a.role) - order.indexOf(b.role));
  for (const starter of sorted) {
    const { kept, shown } = issueInvitation(deployment, origin);
    await deployment.store.accounts.renewStarter(starter.accountId, kept);
    print(`  ${roleLabels[starter.role] ?? starter.role} ${starter.name} (${starter.place})`);
    print(`    ${shown.link}`);
    print(`    code ${shown.code.slice(0, 4)}-${shown.code.slice(4)}`);
  }
};
