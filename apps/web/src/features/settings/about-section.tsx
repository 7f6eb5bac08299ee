import { t } from '../../locale/messages.ts';
import { Row } from '../../ui/row.tsx';
import { RowList } from '../../ui/row-list.tsx';
import { Section } from '../../ui/section.tsx';
import { appVersion } from './app-version.ts';

/** Which version this is, and the way to say what is wrong with it. */
export const AboutSection = () => (
  <Section title={t.settings.about} aside={t.settings.version(appVersion)}>
    <RowList>
      <Row text={t.settings.feedback} note={t.settings.feedbackNote} href="/mine/feedback" />
    </RowList>
  </Section>
);
