import { useState } from 'react';
import { tSettings } from '../../locale/settings-messages.ts';
import { copyText } from '../../platform/save-file.ts';
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
  const [text, setText] = useState(readKept);
  const [isTried, setIsTried] = useState(false);
  const whole = `${text.trim()}\n${words.about(appVersion, navigator.userAgent)}`;
  const change = (typed: string) => {
    setText(typed);
    keep(typed);
  };
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
          onChange={change}
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

const keptKey = 'lianxin.feedback';

// It names nobody's household, so it may wait readable until the tab is closed.
const readKept = (): string => sessionStorage.getItem(keptKey) ?? '';
const keep = (typed: string): void => sessionStorage.setItem(keptKey, typed);
