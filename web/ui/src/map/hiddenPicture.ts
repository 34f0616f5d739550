/** From one look whether the picture is drawn to the next, ms; the longer it takes the rarer. */
const LOOK_AGAIN = 4;
const LOOKS = 8;

/**
 * Has a map drawn beside the screen and puts it there when it is drawn. What is drawn to the screen itself holds up the page until the
 * last line of it is there: without a graphics card that is a second for a whole city, in which no click, alert or vehicle is attended to.
 */
export class HiddenPicture {
  private readonly bind: WebGL2RenderingContext['bindFramebuffer'];
  private picture: { framebuffer: WebGLFramebuffer; buffers: WebGLRenderbuffer[]; width: number; height: number } | null = null;
  private drawing: { done: WebGLSync; begunAt: number; look: ReturnType<typeof setTimeout> } | null = null;

  /** @param onShown told of how long a picture took that is on the screen now, ms */
  constructor(
    private readonly gl: WebGL2RenderingContext,
    private readonly onShown: (took: number) => void,
  ) {
    this.bind = gl.bindFramebuffer.bind(gl);
    // Whoever asks for the screen is given the picture.
    gl.bindFramebuffer = (target, framebuffer) => this.bind(target, framebuffer ?? this.prepared());
  }

  /** A picture is drawn that is not on the screen yet. */
  get isDrawing(): boolean {
    return this.drawing !== null;
  }

  /** All of a picture has been asked for: it comes to the screen as soon as it is drawn. */
  asked(): void {
    const { gl } = this;
    this.forget();
    const done = gl.fenceSync(gl.SYNC_GPU_COMMANDS_COMPLETE, 0);
    if (!done) return;
    gl.flush();
    this.drawing = { done, begunAt: performance.now(), look: setTimeout(this.look, LOOK_AGAIN) };
  }

  /** Puts the picture on the screen, its middle in the middle. */
  show(): void {
    const { gl, picture } = this;
    if (!picture) return;
    const { width, height } = picture;
    const x = Math.round((gl.drawingBufferWidth - width) / 2);
    const y = Math.round((gl.drawingBufferHeight - height) / 2);
    gl.disable(gl.SCISSOR_TEST);
    this.bind(gl.READ_FRAMEBUFFER, picture.framebuffer);
    this.bind(gl.DRAW_FRAMEBUFFER, null);
    gl.blitFramebuffer(0, 0, width, height, x, y, x + width, y + height, gl.COLOR_BUFFER_BIT, gl.NEAREST);
    this.bind(gl.FRAMEBUFFER, picture.framebuffer);
  }

  /** The card has lost what it held, or the map is no longer there. */
  lost(): void {
    this.forget();
    this.picture = null;
  }

  private forget(): void {
    if (!this.drawing) return;
    clearTimeout(this.drawing.look);
    this.gl.deleteSync(this.drawing.done);
    this.drawing = null;
  }

  private readonly look = (): void => {
    const { gl, drawing } = this;
    if (!drawing) return;
    const took = performance.now() - drawing.begunAt;
    if (gl.getSyncParameter(drawing.done, gl.SYNC_STATUS) !== gl.SIGNALED) {
      drawing.look = setTimeout(this.look, Math.max(LOOK_AGAIN, took / LOOKS));
      return;
    }
    this.forget();
    this.show();
    this.onShown(took);
  };

  /** As large as the screen. */
  private prepared(): WebGLFramebuffer | null {
    const { gl, picture } = this;
    const { drawingBufferWidth: width, drawingBufferHeight: height } = gl;
    if (picture && picture.width === width && picture.height === height) return picture.framebuffer;
    if (picture) {
      gl.deleteFramebuffer(picture.framebuffer);
      for (const buffer of picture.buffers) gl.deleteRenderbuffer(buffer);
    }
    this.picture = this.made(width, height);
    return this.picture?.framebuffer ?? null;
  }

  private made(width: number, height: number): HiddenPicture['picture'] {
    const { gl } = this;
    const framebuffer = gl.createFramebuffer();
    if (!framebuffer) return null;
    const before = gl.getParameter(gl.RENDERBUFFER_BINDING);
    this.bind(gl.FRAMEBUFFER, framebuffer);
    const buffers = ([[gl.RGBA8, gl.COLOR_ATTACHMENT0], [gl.DEPTH24_STENCIL8, gl.DEPTH_STENCIL_ATTACHMENT]] as const).map(([format, attachment]) => {
      const buffer = gl.createRenderbuffer();
      gl.bindRenderbuffer(gl.RENDERBUFFER, buffer);
      gl.renderbufferStorage(gl.RENDERBUFFER, format, width, height);
      gl.framebufferRenderbuffer(gl.FRAMEBUFFER, attachment, gl.RENDERBUFFER, buffer);
      return buffer;
    });
    gl.bindRenderbuffer(gl.RENDERBUFFER, before);
    return { framebuffer, buffers, width, height };
  }
}
