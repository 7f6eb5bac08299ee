import { tPrinting } from '../../locale/printing-messages.ts';
import { paper } from '../../locale/zh-cn/paper.ts';
import { printPage } from '../../platform/print-page.ts';
import { workerAddress } from '../../storage/reading/public-address.ts';
import { readRecord } from '../../storage/reading/read-record.ts';
import { useRegister, useWorkspace } from '../../storage/use-workspace.ts';
import { ActionBar } from '../../ui/action-bar.tsx';
import { Button } from '../../ui/button.tsx';
import { Note } from '../../ui/note.tsx';
import { Page } from '../../ui/page.tsx';
import {
  PaperBlank,
  PaperCode,
  PaperFold,
  PaperPanel,
  PaperSlip,
  PaperSlips,
  PaperText,
  PaperTitle,
  ScreenOnly,
} from '../../ui/paper.tsx';
import { Sub } from '../../ui/sub.tsx';

/** As many as a sheet of A4 holds. */
const slips = [1, 2, 3, 4];

interface SlipWords {
  readonly name: string;
  readonly grid: string;
  readonly unit: string;
  readonly supervisionPhone: string | null;
  readonly publicToken: string | null;
}

/** Reads what a slip says of its worker; nothing of any door comes into it. */
const useSlipWords = (): SlipWords => {
  const { session, communityId } = useWorkspace();
  const { view } = useRegister();
  const duty = session.postings.find((posting) => posting.role === 'gridWorker' && posting.communityId === communityId);
  const phoneOf = (unitId: string): string | null => readRecord(view, 'unit', unitId)?.supervisionPhone ?? null;
  return {
    name: session.account.name,
    grid: duty?.unitName ?? '',
    unit: duty?.communityName ?? '',
    supervisionPhone: phoneOf(duty?.unitId ?? '') ?? phoneOf(communityId),
    publicToken: session.publicToken ?? null,
  };
};

/**
 * Slips to fold and push under a door, four to a sheet. Folded, only a greeting is outside: no name, no time, no word of who was or was not at home, nothing
 * that tells a burglar or a neighbour.
 */
export const SlipPage = () => {
  const words = useSlipWords();
  return (
    <Page
      paper
      title={tPrinting.slipTitle}
      back={{ href: '/print', label: tPrinting.title }}
      bar={
        <ActionBar>
          <Button variant="main" onClick={printPage}>
            {tPrinting.print}
          </Button>
        </ActionBar>
      }
    >
      <ScreenOnly>
        <Sub padded>{tPrinting.slipHint}</Sub>
        {words.publicToken === null && <Note tone="soon">{tPrinting.slipNoCode}</Note>}
        {words.supervisionPhone === null && <Note tone="soon">{tPrinting.noPhone}</Note>}
      </ScreenOnly>
      <PaperSlips>
        {slips.map((slip) => (
          <Slip key={slip} label={`${tPrinting.slip} ${slip}`} words={words} />
        ))}
      </PaperSlips>
    </Page>
  );
};

/** Folded backwards at the first line and inwards at the second, the first panel lies outside and the other two face each other. */
const Slip = ({ label, words }: { readonly label: string; readonly words: SlipWords }) => (
  <PaperSlip label={label}>
    <PaperPanel>
      <PaperText size="small">{paper.brand}</PaperText>
      <PaperTitle>{paper.greeting}</PaperTitle>
      <PaperText size="small">{paper.openMe}</PaperText>
    </PaperPanel>
    <PaperFold>{paper.foldBack}</PaperFold>
    <PaperPanel>
      <PaperText>{paper.from(words.unit, words.grid)}</PaperText>
      <PaperText size="large">{words.name}</PaperText>
      <PaperText>{paper.contact}</PaperText>
      <PaperText>
        {paper.myPhone} <PaperBlank />
      </PaperText>
      {words.supervisionPhone !== null && (
        <PaperText>
          {paper.supervisionPhone} {words.supervisionPhone}
        </PaperText>
      )}
    </PaperPanel>
    <PaperFold>{paper.foldIn}</PaperFold>
    <PaperPanel>
      {words.publicToken !== null && (
        <>
          <PaperCode text={workerAddress(words.publicToken)} label={paper.codeLabel(words.name)} />
          <PaperText size="small">{paper.scanToCheck}</PaperText>
        </>
      )}
    </PaperPanel>
  </PaperSlip>
);
