import type { Grade } from '../api/types';

let context: AudioContext | null = null;

function tone(at: AudioContext, frequency: number, start: number, lasts: number): void {
  const oscillator = at.createOscillator();
  const gain = at.createGain();
  oscillator.frequency.value = frequency;
  gain.gain.setValueAtTime(0.12, at.currentTime + start);
  gain.gain.exponentialRampToValueAtTime(0.001, at.currentTime + start + lasts);
  oscillator.connect(gain).connect(at.destination);
  oscillator.start(at.currentTime + start);
  oscillator.stop(at.currentTime + start + lasts);
}

/** Two tones for grade A, one for B; an inference (C) makes no sound. */
export function chime(grade: Grade): void {
  if (grade === 'C') return;
  context ??= new AudioContext();
  // a window that was opened anew is silent until somebody has touched it
  if (context.state === 'suspended') void context.resume();
  tone(context, 880, 0, 0.25);
  if (grade === 'A') tone(context, 1175, 0.2, 0.4);
}
