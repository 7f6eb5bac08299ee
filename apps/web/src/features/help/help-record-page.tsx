import { help } from '@lianxin/domain';
import { useState } from 'react';
import { useLocation, useParams } from 'wouter';
import { tHelp } from '../../locale/help-messages.ts';
import { labelText } from '../../locale/labels.ts';
import { t } from '../../locale/messages.ts';
import { newId } from '../../platform/ids.ts';
import { notSavedToast } from '../../storage/intents/not-saved.ts';
import { valueWords } from '../../storage/reading/field-words.ts';
import { recordTicks, tickWord } from '../../storage/reading/record-tick.ts';
import { useRegister, useSave, useWorkspace } from '../../storage/use-workspace.ts';
import { Button } from '../../ui/button.tsx';
import { ButtonLink } from '../../ui/button-link.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Page } from '../../ui/page.tsx';
import { PageActions } from '../../ui/page-actions.tsx';
import { Tick } from '../../ui/tick.tsx';
import { showToast } from '../../ui/toast.ts';
import { voidHelp } from './help-intents.ts';
import { type HelpRecord, helpOf } from './help-records.ts';

const back = { href: '/help/records', label: tHelp.records.title };

/** Shows one help with everything that was written down, and the ways to mend it or to say that it does not count. */
export const HelpRecordPage = () => {
  const { helpId = '' } = useParams<{ helpId: string }>();
  const { view, state } = useRegister();
  const { account } = useWorkspace().session;
  const words = tHelp.records;
  const record = helpOf(view, account.id).find((candidate) => candidate.id === helpId);
  if (record === undefined) {
    return (
      <Page title={words.title} back={back}>
        <EmptyState title={words.gone.title}>{words.gone.body}</EmptyState>
      </Page>
    );
  }
  const tick = recordTicks(state, view)('help', record.id);
  const aside = (
    <Tick count={tick} tone={tick === 1 ? 'soft' : 'done'}>
      {tickWord(tick)}
    </Tick>
  );
  return (
    <Page title={valueWords(help.fields.kind, record.kind)} back={back} aside={aside}>
      <Facts items={factsOf(record)} />
      <PageActions>
        <ButtonLink href={`/help/log?corrects=${record.id}`}>{words.correct}</ButtonLink>
        <VoidButton record={record} />
      </PageActions>
    </Page>
  );
};

const shownFields = [
  'servedOn',
  'content',
  'serviceMinutes',
  'goods',
  'place',
  'peopleServed',
  'giverName',
  'giverCount',
  'recorderName',
  'note',
] as const;

const factsOf = (record: HelpRecord) =>
  shownFields.flatMap((key) => {
    const value = record[key];
    // That one person was one person goes without saying.
    if (key === 'giverCount' && record.giverKind === 'person') return [];
    if (value === null || value === '' || (Array.isArray(value) && value.length === 0)) return [];
    const detail =
      key === 'goods'
        ? t.ui.join.list(record.goods.map((item) => tHelp.records.goods(item.name, item.quantity, item.unit)))
        : valueWords(help.fields[key], value);
    return [{ key, term: labelText(help.fields[key].label), detail }];
  });

const VoidButton = ({ record }: { readonly record: HelpRecord }) => {
  const words = tHelp.records;
  const { view } = useRegister();
  const save = useSave();
  const [, navigate] = useLocation();
  const [isAsking, setIsAsking] = useState(false);
  const takeBack = async () => {
    setIsAsking(false);
    const result = await save(voidHelp(record, newId(), view));
    showToast(result.type === 'saved' ? { text: words.voided } : notSavedToast(result));
    if (result.type === 'saved') navigate('/help/records', { replace: true });
  };
  return (
    <>
      <Button variant="slim" onClick={() => setIsAsking(true)}>
        {words.void}
      </Button>
      <ConfirmDialog
        open={isAsking}
        title={words.voidTitle}
        confirmLabel={words.void}
        tone="danger"
        onConfirm={() => void takeBack()}
        onCancel={() => setIsAsking(false)}
      >
        {words.voidBody}
      </ConfirmDialog>
    </>
  );
};
