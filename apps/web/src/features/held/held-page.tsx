import { useMemo } from 'react';
import { t } from '../../locale/messages.ts';
import { useDecideLater } from '../../storage/intents/use-decide-later.ts';
import { pagePaths } from '../../storage/reading/page-paths.ts';
import { useRegister } from '../../storage/use-workspace.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page } from '../../ui/page.tsx';
import { RowList } from '../../ui/row-list.tsx';
import { Sub } from '../../ui/sub.tsx';
import { HeldEntry } from './held-entry.tsx';
import { dropIntent, type HeldItem, heldItems, takeIntents } from './held-items.ts';

/** What others wrote about this worker's doors and could not apply themselves any more; each is taken or left aside. */
export const HeldPage = () => {
  const register = useRegister();
  const { isDecided, decide } = useDecideLater();
  const items = useMemo(() => heldItems(register.view), [register]);
  const words = t.held;
  const open = items.filter(({ held }) => !isDecided(held.id));
  const take = (item: HeldItem): void => {
    const all = [...item.after, item].filter(({ held }) => !isDecided(held.id));
    decide({
      ids: all.map(({ held }) => held.id),
      intents: takeIntents({ ...item, after: all.slice(0, -1) }),
      said: all.length === 1 ? words.taken : words.takenWith(all.length),
      saved: words.savedTaken,
    });
  };
  const drop = (item: HeldItem): void =>
    decide({ ids: [item.held.id], intents: [dropIntent(item)], said: words.dropped, saved: words.savedDropped });
  return (
    <Page title={words.title} back={{ href: pagePaths.sync, label: words.back }}>
      {open.length === 0 ? (
        <EmptyState title={words.empty.title}>{words.empty.body}</EmptyState>
      ) : (
        <>
          <Sub padded>{words.intro}</Sub>
          <RowList label={words.title}>
            {open.map((item) => (
              <HeldEntry key={item.held.id} item={item} onTake={() => take(item)} onDrop={() => drop(item)} />
            ))}
          </RowList>
        </>
      )}
    </Page>
  );
};
