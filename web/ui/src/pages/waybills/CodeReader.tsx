import { QrcodeOutlined } from '@ant-design/icons';
import { Button, Modal } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useText } from '../../i18n/language';
import { numberIn } from './papers';

interface Detector {
  detect: (from: HTMLVideoElement) => Promise<{ rawValue: string }[]>;
}

/** Phones' browsers read codes by themselves; where one does not, the number is typed or comes from a scanner. */
const reader = (): Detector | null => {
  const made = (window as unknown as { BarcodeDetector?: new (options: { formats: string[] }) => Detector }).BarcodeDetector;
  return made ? new made({ formats: ['qr_code', 'code_128'] }) : null;
};

const LOOK_EVERY = 250;

export function CodeReader({ onRead }: { onRead: (number: string) => void }) {
  const t = useText();
  const [open, setOpen] = useState(false);
  if (!('BarcodeDetector' in window)) return null;
  return (
    <>
      <Button size="large" icon={<QrcodeOutlined />} onClick={() => setOpen(true)}>
        {t.waybills.camera}
      </Button>
      <Modal open={open} title={t.waybills.camera} footer={null} onCancel={() => setOpen(false)} destroyOnHidden>
        <Camera onRead={(code) => (setOpen(false), onRead(numberIn(code)))} />
      </Modal>
    </>
  );
}

function Camera({ onRead }: { onRead: (code: string) => void }) {
  const t = useText();
  const video = useRef<HTMLVideoElement>(null);
  const [trouble, setTrouble] = useState(false);
  useEffect(() => {
    const detector = reader();
    let stream: MediaStream | null = null;
    let ended = false;
    const look = async () => {
      if (ended || !video.current || !detector) return;
      const [code] = await detector.detect(video.current).catch(() => []);
      if (code && !ended) onRead(code.rawValue);
    };
    const timer = window.setInterval(() => void look(), LOOK_EVERY);
    navigator.mediaDevices
      ?.getUserMedia({ video: { facingMode: 'environment' } })
      .then((camera) => {
        stream = camera;
        if (ended) camera.getTracks().forEach((track) => track.stop());
        else if (video.current) video.current.srcObject = camera;
      })
      .catch(() => setTrouble(true));
    return () => {
      ended = true;
      window.clearInterval(timer);
      stream?.getTracks().forEach((track) => track.stop());
    };
  }, [onRead]);
  return trouble ? <p className="bad">{t.waybills.noCamera}</p> : <video ref={video} autoPlay playsInline muted className="waybill-camera" />;
}
