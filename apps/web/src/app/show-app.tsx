import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App, fetchFirstPages } from './app.tsx';

/** Puts the app on the page. */
export const showApp = async (): Promise<void> => {
  await fetchFirstPages().catch(() => undefined);
  const root = document.getElementById('root');
  if (root === null) throw new Error('the page has no #root');
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
};
