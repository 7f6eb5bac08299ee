import { useState } from 'react';
import { useLocation, useParams } from 'wouter';
import { t } from '../../locale/messages.ts';
import { tPhotos } from '../../locale/photo-messages.ts';
import { systemClock } from '../../platform/clock.ts';
import { useSaveAndSay } from '../../storage/intents/use-save-and-say.ts';
import { missingWords, standingWord } from '../../storage/photos/photo-words.ts';
import { PhotosHeldBack } from '../../storage/photos/photos-held-back.tsx';
import { usePhotos, usePicture } from '../../storage/photos/use-photos.ts';
import { pagePaths } from '../../storage/reading/page-paths.ts';
import { doorName } from '../../storage/reading/place.ts';
import { type RecordsByName, readRecord } from '../../storage/reading/read-record.ts';
import { useRegister } from '../../storage/use-workspace.ts';
import { ActionBar } from '../../ui/action-bar.tsx';
import { Button } from '../../ui/button.tsx';
import { ButtonLink } from '../../ui/button-link.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Note } from '../../ui/note.tsx';
import { Page } from '../../ui/page.tsx';
import { WholePicture } from '../../ui/picture-strip.tsx';

/** One photo as large as the phone is: what it shows, who took it, where it is by now, and the way to take it away. */
export const PhotoPage = () => {
  const { photoId = '' } = useParams();
  const { view } = useRegister();
  const photo = readRecord(view, 'photo', photoId);
  return photo === undefined ? <NoPhoto /> : <Photo photo={photo} />;
};

const NoPhoto = () => (
  <Page title={tPhotos.title}>
    <EmptyState
      title={tPhotos.gone.title}
      action={<ButtonLink href={pagePaths.register}>{tPhotos.gone.back}</ButtonLink>}
    >
      {tPhotos.gone.body}
    </EmptyState>
  </Page>
);

const Photo = ({ photo }: { readonly photo: RecordsByName['photo'] }) => {
  const { view } = useRegister();
  const [, navigate] = useLocation();
  const saveAndSay = useSaveAndSay();
  const photos = usePhotos();
  const shown = usePicture(photos, photo.sha256);
  const [isAsking, setAsking] = useState(false);
  const dwelling = readRecord(view, 'dwelling', photo.dwellingId);
  const standing = photos?.standing(photo.sha256);
  const back =
    photo.visitId === null ? pagePaths.door(photo.dwellingId, photo.householdId) : pagePaths.visit(photo.visitId);
  const remove = async (): Promise<void> => {
    const intent = { name: 'photo.remove', args: { photoId: photo.id } } as const;
    if (!(await saveAndSay([intent], { text: tPhotos.removed }))) return;
    const isNamed = view.all('photo').some(({ id, fields }) => id !== photo.id && fields.sha256 === photo.sha256);
    if (!isNamed) await photos?.letGo(photo.sha256);
    navigate(back, { replace: true });
  };
  const facts: readonly (readonly [string, string, string | null])[] = [
    ['caption', tPhotos.captionTerm, photo.caption],
    ['by', tPhotos.addedBy, photo.addedByName],
    ['at', tPhotos.addedAt, photo.addedAt === null ? null : t.dates.moment(photo.addedAt, systemClock.now())],
    ['upload', tPhotos.upload, standingWord(standing, photo.bytes) ?? (standing?.sentAt ? tPhotos.sent : null)],
  ];
  return (
    <>
      <Page
        title={tPhotos.title}
        back={{ href: back, label: dwelling === undefined ? '' : doorName(view, dwelling) }}
        bar={
          <ActionBar>
            <Button variant="slim" onClick={() => setAsking(true)}>
              {tPhotos.remove}
            </Button>
          </ActionBar>
        }
      >
        <WholePicture
          src={shown.type === 'picture' ? shown.url : null}
          alt={tPhotos.alt(1, photo.caption)}
          words={shown.type === 'notThere' ? `${tPhotos.notHere},${tPhotos.notHereMore}` : missingWords(shown)}
        />
        {standing?.refusedAt != null && <Note tone="soon">{tPhotos.refusedLong}</Note>}
        <PhotosHeldBack sha256s={[photo.sha256]} />
        <Facts
          items={facts.flatMap(([key, term, detail]) =>
            detail === null || detail === '' ? [] : [{ key, term, detail }],
          )}
        />
      </Page>
      <ConfirmDialog
        open={isAsking}
        tone="danger"
        title={tPhotos.removeTitle}
        confirmLabel={tPhotos.removeYes}
        onConfirm={() => void remove()}
        onCancel={() => setAsking(false)}
      >
        {tPhotos.removeBody}
      </ConfirmDialog>
    </>
  );
};
