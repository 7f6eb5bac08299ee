import { useState } from 'react';
import { tSettings } from '../../locale/settings-messages.ts';
import { copyText } from '../../platform/save-file.ts';
import { useFormDraft } from '../../storage/intents/use-form-draft.ts';
import { ActionBar } from '../../ui/action-bar.tsx';
import { Button } from '../../ui/button.tsx';
import { Form } from '../../ui/form.tsx';
import { Page } from '../../ui/page.tsx';
import { Section } from '../../ui/section.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { showToast } from '../../ui/toast.ts';
import { appVersion } from './app-version.ts';
import styles from './feedback-page.module.css';

/** Takes words about the app itself and hands them over as text to pass on: no server of ours collects them. */
export const FeedbackPage = () => {
  const words = tSettings.feedbackPage;
  // Sealed like everything that is typed: whoever tells of a mishap names a door or somebody easily.
  const { value, change } = useFormDraft('feedback', { text: '' });
  const { text } = value;
  const [isTried, setIsTried] = useState(false);
  const whole = `${text.trim()}\n${words.about(appVersion, navigator.userAgent)}`;
  const copy = async () => {
    setIsTried(true);
    if (text.trim() === '') return;
    showToast({ text: (await copyText(whole)) ? words.copied : words.copyFailed });
  };
  return (
    <Page title={words.title} sub={words.sub} back={{ href: '/mine', label: tSettings.title }}>
      <Form
        label={words.title}
        onSubmit={() => void copy()}
        bar={
          <ActionBar>
            <Button variant="main" type="submit">
              {words.copy}
            </Button>
          </ActionBar>
        }
      >
        <TextArea
          label={words.text}
          hint={words.textHint}
          value={text}
          onChange={(typed) => change({ text: typed })}
          rows={6}
          error={isTried && text.trim() === '' ? words.missing : null}
          required
        />
      </Form>
      <Section title={words.preview}>
        <p className={styles.preview}>{whole}</p>
      </Section>
    </Page>
  );
};
