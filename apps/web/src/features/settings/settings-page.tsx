import { tSettings } from '../../locale/settings-messages.ts';
import { SyncTick } from '../../storage/sync-tick.tsx';
import { Page } from '../../ui/page.tsx';
import { AboutSection } from './about-section.tsx';
import { AccountSection } from './account-section.tsx';
import { CommunitySection } from './community-section.tsx';
import { DeviceSection } from './device-section.tsx';
import { DisplaySections } from './display-sections.tsx';
import { LanguageSection } from './language-section.tsx';
import { PrintingSection } from './printing-section.tsx';
import { RecordsSection } from './records-section.tsx';
import { SecuritySection } from './security-section.tsx';
import { SignOut } from './sign-out.tsx';

/** Who one is here, how this phone shows and keeps things, and the way out. */
export const SettingsPage = () => (
  <Page title={tSettings.title} aside={<SyncTick />}>
    <AccountSection />
    <CommunitySection />
    <SecuritySection />
    <RecordsSection />
    <PrintingSection />
    <DisplaySections />
    <LanguageSection />
    <DeviceSection />
    <AboutSection />
    <SignOut />
  </Page>
);
