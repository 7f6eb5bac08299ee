import { t } from '../../locale/messages.ts';
import { useStorageState } from '../../platform/use-storage-state.ts';
import { Button } from '../../ui/button.tsx';
import { PageActions } from '../../ui/page-actions.tsx';
import { Row } from '../../ui/row.tsx';
import { RowList } from '../../ui/row-list.tsx';
import { Section } from '../../ui/section.tsx';
import { showToast } from '../../ui/toast.ts';
import { Tone } from '../../ui/tone.tsx';

const bytesPerMegabyte = 1_000_000;

/** Whether the browser has promised to keep what rests on this phone, and how much that is. */
export const StorageSection = () => {
  const { state, ask } = useStorageState();
  const words = t.syncStatus.storage;
  if (state === null) return null;
  const used = state.usedBytes === null ? null : Math.ceil(state.usedBytes / bytesPerMegabyte);
  const onAsk = async () => {
    if (!(await ask())) showToast({ text: words.refused });
  };
  return (
    <Section title={words.title} aside={used === null || used === 0 ? undefined : words.used(words.megabytes(used))}>
      <RowList>
        <Row
          text={state.persisted ? words.persistedBody : words.notPersistedBody}
          trailing={
            // Amber: red is kept for what is late.
            state.persisted ? <Tone tone="done">{words.persisted}</Tone> : <Tone tone="soon">{words.notPersisted}</Tone>
          }
        />
      </RowList>
      {!state.persisted && (
        <PageActions>
          <Button variant="outline" onClick={() => void onAsk()}>
            {words.ask}
          </Button>
        </PageActions>
      )}
    </Section>
  );
};
