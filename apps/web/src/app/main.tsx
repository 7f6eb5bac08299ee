import '../ui/tokens.css';
import '../ui/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { registerServiceWorker } from '../platform/app-update.ts';
import { applyDisplayPreference } from '../platform/display-preference.ts';
import { watchInstallPrompt } from '../platform/install-prompt.ts';
import { App } from './app.tsx';

applyDisplayPreference();
watchInstallPrompt();
if (import.meta.env.PROD) registerServiceWorker('/sw.js');

const root = document.getElementById('root');
if (root === null) throw new Error('the page has no #root');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
