import { useCallback, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { tCodes } from '../../locale/code-messages.ts';
import { t } from '../../locale/messages.ts';
import { pagePaths } from '../../storage/reading/page-paths.ts';
import { pathOfScanned } from '../../storage/reading/public-address.ts';
import { CameraView } from '../../ui/camera-view.tsx';
import { FileButton } from '../../ui/file-button.tsx';
import { Note } from '../../ui/note.tsx';
import { Page } from '../../ui/page.tsx';
import { PageActions } from '../../ui/page-actions.tsx';
import { Sub } from '../../ui/sub.tsx';
import { findReader } from './read-code.ts';
import { drawToRead, useCamera } from './use-camera.ts';

/** Reads a code with the camera, or out of a photo, and opens the page it stands for. Nothing that is seen is kept. */
export const ScanPage = () => {
  const [, navigate] = useLocation();
  const video = useRef<HTMLVideoElement>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const open = useCallback(
    (text: string) => {
      const path = pathOfScanned(text);
      if (path === null) setProblem(tCodes.notOurs);
      else navigate(path, { replace: true });
    },
    [navigate],
  );
  const camera = useCamera(video, open);
  const readPhoto = async (file: File | undefined): Promise<void> => {
    const bitmap = file === undefined ? null : await createImageBitmap(file).catch(() => null);
    const text = bitmap === null ? null : await (await findReader())(drawToRead(bitmap, bitmap));
    bitmap?.close();
    if (text === null) setProblem(tCodes.notInPhoto);
    else open(text);
  };
  return (
    <Page title={tCodes.scan} back={{ href: pagePaths.register, label: t.register.title }}>
      <Sub padded>{tCodes.scanHint}</Sub>
      {camera === 'none' ? (
        <Note tone="soon">{tCodes.noCamera}</Note>
      ) : (
        <CameraView video={video} label={tCodes.scanVideo} />
      )}
      {problem !== null && (
        <Note tone="soon" live>
          {problem}
        </Note>
      )}
      <PageActions>
        <FileButton label={tCodes.fromPhoto} accept="image/*" onFiles={([file]) => void readPhoto(file)} />
      </PageActions>
    </Page>
  );
};
