import { tSettings } from '../../locale/settings-messages.ts';
import { useUpdateState } from '../../platform/app-update.ts';
import { useStorageState } from '../../platform/use-storage-state.ts';
import { takeUpdate } from '../../storage/take-update.ts';
import { Row } from '../../ui/row.tsx';
import { RowList } from '../../ui/row-list.tsx';
import { Section } from '../../ui/section.tsx';
import { InstallRow } from './install-row.tsx';

/** What this phone can still do for the app: a newer version, a place on the home screen, storage that is kept. */
export const DeviceSection = () => {
  const words = tSettings;
  const update = useUpdateState();
  const { state } = useStorageState();
  return (
    <Section title={words.phone}>
      <RowList>
        {update !== 'none' && (
          <Row text={words.update} note={words.updateNote} onClick={() => void takeUpdate(update)} />
        )}
        <InstallRow />
        {state?.persisted === true && <Row text={words.storageKept} href="/mine/sync" />}
        {state?.persisted === false && (
          <Row text={words.storageNotKept} note={words.storageNotKeptNote} href="/mine/sync" />
        )}
      </RowList>
    </Section>
  );
};
