import { type Device, devicesAnswerSchema } from '@lianxin/protocol';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { showToast } from '../../../ui/toast.ts';
import { FailureNote } from '../failure-note.tsx';
import { useChange } from '../use-change.ts';
import { deviceName, deviceWords } from './device-words.ts';

export interface WipeDialogProps {
  readonly device: Device;
  readonly onClose: () => void;
}

/** Asks before a phone is told to forget everything, and says what becomes of unsent work. */
export const WipeDialog = ({ device, onClose }: WipeDialogProps) => {
  const change = useChange();
  const wipe = async () => {
    const path = `/devices/${device.id}/wipe`;
    const answer = await change.send({ path, json: {}, schema: devicesAnswerSchema, outdates: ['devices', 'audit'] });
    if (!answer.ok) return;
    showToast({ text: deviceWords.asked });
    onClose();
  };
  return (
    <ConfirmDialog
      open
      title={deviceWords.wipeTitle(device.accountName, deviceName(device))}
      confirmLabel={deviceWords.wipe}
      tone="danger"
      busy={change.isBusy}
      onConfirm={wipe}
      onCancel={onClose}
    >
      {deviceWords.wipeBody.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <FailureNote failure={change.failure} />
    </ConfirmDialog>
  );
};
