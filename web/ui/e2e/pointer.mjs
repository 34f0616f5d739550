// Looks for something on the map with the pointer, as somebody does who does not know where it is.

const PLACES = 120;

/** Moves the pointer over the map, ever wider around its middle, until {@code found} says so; where that was, or null. */
export async function lookOnMap(page, found) {
  const { x, y, width, height } = await page.locator('.map .maplibregl-canvas').boundingBox();
  for (let n = 0; n < PLACES; n += 1) {
    // by the golden angle
    const far = 0.45 * Math.sqrt(n / PLACES);
    const at = { x: x + width * (0.5 + far * Math.cos(n * 2.4)), y: y + height * (0.5 + far * Math.sin(n * 2.4)) };
    await page.mouse.move(at.x, at.y);
    await page.waitForTimeout(30); // the speed of a hand
    if (await page.evaluate(found)) return at;
  }
  return null;
}

/** What the pointer says over a cluster. */
export const overCluster = () => document.querySelector('.map .maplibregl-canvas').style.cursor === 'zoom-in';
/** What is shown of a vehicle below the pointer. */
export const overVehicle = () => document.querySelector('.hint') !== null;
