export const CLOSURE_COLOUR = '#c0392b';
export const CAMERA_COLOUR = '#7a5bc4';
