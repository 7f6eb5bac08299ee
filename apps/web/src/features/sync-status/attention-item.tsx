import type { AttentionEntry, RowView } from '@lianxin/sync/client';
import { useState } from 'react';
import { t } from '../../locale/messages.ts';
import { systemClock } from '../../platform/clock.ts';
import { copyText } from '../../platform/save-file.ts';
import { describeWork } from '../../storage/reading/describe-work.ts';
import { pagePaths } from '../../storage/reading/page-paths.ts';
import { fieldLabelOf, workText } from '../../storage/reading/work-text.ts';
import { useWorkspace } from '../../storage/use-workspace.ts';
import { Button } from '../../ui/button.tsx';
import { ButtonLink } from '../../ui/button-link.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { Entry } from '../../ui/entry.tsx';
import { showToast } from '../../ui/toast.ts';
import styles from './attention-item.module.css';
import { formAgainFor } from './form-again.ts';

export type AttentionItemProps = { readonly entry: AttentionEntry; readonly view: RowView };

/** One piece of work that was not taken: what it is, why, what to do, and every word of it. */
export const AttentionItem = ({ entry, view }: AttentionItemProps) => {
  const words = t.syncStatus.attention;
  const text = workText(entry, view, systemClock.now());
  // A claim carries no words of its own: the first line already says all of it.
  const hasWords = text.includes('\n');
  const reason =
    entry.reason === null ? { why: words.unknownReason, next: words.unknownNext } : t.outcomeReasons[entry.reason];
  const label = fieldLabelOf(entry);
  // What is held is at the server and may yet be taken: written again it would count twice.
  const again = entry.outcome === 'refused' ? formAgainFor(entry, view) : null;
  const copy = async () => showToast({ text: (await copyText(text)) ? words.copied : words.copyFailed });
  return (
    <Entry
      title={describeWork(entry, view)}
      sub={
        <>
          <p className={styles.reason}>
            {t.ui.join.sentences([label === null ? reason.why : `${reason.why} (${words.field(label)})`, reason.next])}
          </p>
          {entry.outcome === 'held' && <p>{words.held}</p>}
          {hasWords && <p className={styles.text}>{text}</p>}
        </>
      }
    >
      {entry.name === 'held.decide' && (
        <ButtonLink variant="outline" href={pagePaths.held}>
          {words.toHeld}
        </ButtonLink>
      )}
      {again !== null && (
        <ButtonLink variant="outline" href={again.href}>
          {again.isFilledIn ? words.again : words.anew}
        </ButtonLink>
      )}
      {hasWords && (
        <Button variant="outline" onClick={() => void copy()}>
          {words.copy}
        </Button>
      )}
      <DismissButton entry={entry} />
    </Entry>
  );
};

const DismissButton = ({ entry }: { readonly entry: AttentionEntry }) => {
  const { register } = useWorkspace();
  const words = t.syncStatus.attention;
  const [isAsking, setIsAsking] = useState(false);
  return (
    <>
      <Button variant="quiet" onClick={() => setIsAsking(true)}>
        {words.dismiss}
      </Button>
      <ConfirmDialog
        open={isAsking}
        title={words.dismissTitle}
        confirmLabel={words.dismissConfirm}
        tone="danger"
        onConfirm={() => void register.dismiss(entry.id)}
        onCancel={() => setIsAsking(false)}
      >
        {entry.outcome === 'held' ? words.dismissHeldBody : words.dismissBody}
      </ConfirmDialog>
    </>
  );
};
