import type { RefObject } from 'react';
import styles from './camera-view.module.css';

export type CameraViewProps = {
  readonly video: RefObject<HTMLVideoElement | null>;
  readonly label: string;
};

/** What the camera sees. */
export const CameraView = ({ video, label }: CameraViewProps) => (
  <div className={styles.view}>
    <video ref={video} playsInline muted aria-label={label} />
  </div>
);
