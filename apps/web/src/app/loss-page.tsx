import { tRare } from '../locale/rare-messages.ts';
import type { Loss } from '../storage/sentinel.ts';
import { ActionBar } from '../ui/action-bar.tsx';
import { Button } from '../ui/button.tsx';
import { Note } from '../ui/note.tsx';
import { Page } from '../ui/page.tsx';
import { PhoneShell } from '../ui/phone-shell.tsx';
import { AppBanner } from './app-banner.tsx';

export interface LossPageProps {
  readonly loss: Loss;
  readonly onSeen: () => void;
}

/** Says plainly that this phone has lost something and how much unsent work may be gone with it; an empty register is never shown as the truth. */
export const LossPage = ({ loss, onSeen }: LossPageProps) => {
  const words = tRare.storageTrouble.loss;
  return (
    <PhoneShell banner={<AppBanner />}>
      <Page
        title={words[loss.kind]}
        bar={
          <ActionBar>
            <Button variant="main" onClick={onSeen}>
              {words.seen}
            </Button>
          </ActionBar>
        }
      >
        <Note tone={loss.unsent > 0 ? 'late' : 'press'} live>
          {loss.unsent > 0 ? words.unsent(loss.unsent) : words.noneUnsent}
        </Note>
        <Note>
          <p>{words.fetching}</p>
          <p>{words.advice}</p>
        </Note>
      </Page>
    </PhoneShell>
  );
};
