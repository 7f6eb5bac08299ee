import { civilDateAt } from '@lianxin/domain';
import { useState } from 'react';
import { useSearchParams } from 'wouter';
import { tHelp } from '../../locale/help-messages.ts';
import { t } from '../../locale/messages.ts';
import { systemClock } from '../../platform/clock.ts';
import { readRecord } from '../../storage/reading/read-record.ts';
import { useRegister, useWorkspace } from '../../storage/use-workspace.ts';
import { draftOfHelp, emptyHelp } from './help-draft.ts';
import { HelpFormPage } from './help-form-page.tsx';
import { correctHelp, logHelp } from './help-intents.ts';
import { helpOfAttention } from './help-of-attention.ts';

/** Writes help down without any wish. `?corrects=` names a record to mend, `?again=` one that the server did not take. */
export const LogHelpPage = () => {
  const [search] = useSearchParams();
  const corrects = search.get('corrects');
  const again = search.get('again');
  if (corrects !== null) return <CorrectHelp helpId={corrects} />;
  if (again !== null) return <MendHelp attentionId={again} />;
  return <LogHelp />;
};

const back = { href: '/help', label: tHelp.record.back };

const LogHelp = () => (
  <HelpFormPage
    title={tHelp.record.title}
    back={back}
    formKey="log"
    initial={emptyHelp(civilDateAt(systemClock.now()))}
    savedText={tHelp.record.saved}
    toIntent={({ id, fields }) => logHelp(id, fields)}
  />
);

const CorrectHelp = ({ helpId }: { readonly helpId: string }) => {
  const { view } = useRegister();
  const { account } = useWorkspace().session;
  // Kept as it was when the page opened: saving hides the old record while the form is still there.
  const [wrong] = useState(() => readRecord(view, 'help', helpId));
  if (wrong === undefined) return <LogHelp />;
  return (
    <HelpFormPage
      title={tHelp.record.correctTitle}
      back={{ href: `/help/records/${helpId}`, label: tHelp.records.title }}
      formKey={`corrects ${helpId}`}
      initial={draftOfHelp(wrong, account.id)}
      note={tHelp.record.correctNote}
      savedText={tHelp.record.saved}
      toIntent={(right) => correctHelp(wrong, right, view)}
    />
  );
};

const MendHelp = ({ attentionId }: { readonly attentionId: string }) => {
  const { state } = useRegister();
  const { register, session } = useWorkspace();
  const [refused] = useState(() => {
    const entry = state.attention.find((candidate) => candidate.id === attentionId);
    return entry === undefined ? null : helpOfAttention(entry);
  });
  if (refused === null) return <LogHelp />;
  return (
    <HelpFormPage
      title={tHelp.record.title}
      back={{ href: '/mine/sync', label: t.syncStatus.title }}
      formKey={`again ${attentionId}`}
      initial={draftOfHelp(refused, session.account.id)}
      savedText={tHelp.record.saved}
      toIntent={({ id, fields }) => logHelp(id, fields)}
      onSaved={() => register.dismiss(attentionId)}
    />
  );
};
