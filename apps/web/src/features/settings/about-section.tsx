import { tSettings } from '../../locale/settings-messages.ts';
import { Row } from '../../ui/row.tsx';
import { RowList } from '../../ui/row-list.tsx';
import { Section } from '../../ui/section.tsx';
import { appVersion } from './app-version.ts';

/** Which version this is, and the way to say what is wrong with it. */
export const AboutSection = () => (
  <Section title={tSettings.about} aside={tSettings.version(appVersion)}>
    <RowList>
      <Row text={tSettings.howTo} href="/welcome" />
      <Row text={tSettings.feedback} note={tSettings.feedbackNote} href="/mine/feedback" />
    </RowList>
  </Section>
);
