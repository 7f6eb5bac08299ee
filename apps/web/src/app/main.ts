import '../ui/tokens.css';
import '../ui/base.css';
import { speak } from '../locale/messages.ts';
import { registerServiceWorker } from '../platform/app-update.ts';
import { applyDisplayPreference } from '../platform/display-preference.ts';
import { watchInstallPrompt } from '../platform/install-prompt.ts';
import { readLanguage } from '../platform/language-choice.ts';

/** Every module of the app may read its words when it is loaded, so they come first. index.html has the app's script fetched meanwhile. */
const start = async (): Promise<void> => {
  const language = readLanguage();
  document.documentElement.lang = language;
  // React comes with the words: what is run in one go after them is that much shorter.
  await Promise.all([speak(language), import('react-dom/client')]);
  const { showApp } = await import('./show-app.tsx');
  await showApp();
};

applyDisplayPreference();
watchInstallPrompt();
if (import.meta.env.PROD) registerServiceWorker('/sw.js');
void start();
