// A typical night, scene by scene, as everybody concerned sees it on the own page. The night stands still while somebody clicks; a line
// "@play MOMENT" lets it go on until that moment, and "done" comes back when everything until then is stored and judged.
// NIGHT_SPOT is the place, as lon,lat, where a load was tipped.
import { createInterface } from 'node:readline';
import { check, run } from './tools.mjs';
import { closedUnderpass } from './night/underpass.mjs';
import { keyOf } from './night/desk.mjs';
import { lostLoad } from './night/lostLoad.mjs';
import { mudInTheMorning } from './night/mud.mjs';
import { daysOfTheOthers } from './night/days.mjs';
import { dawnSweep } from './night/dawnSweep.mjs';

const answers = createInterface({ input: process.stdin })[Symbol.asyncIterator]();

/** Lets the night go on until an hour and minute of its evening, or of the morning after. */
async function play(time) {
  const day = time < '12:00' ? '2026-11-10' : '2026-11-09';
  console.log(`@play ${day}T${time}:00+08:00`);
  const { value } = await answers.next();
  check(value === 'done', `the night did not go on until ${time}`);
}

await run(async (shared) => {
  const tools = { ...shared, play, camera: await keyOf(shared, '出入口抓拍') };
  await closedUnderpass(tools);
  await lostLoad(tools);
  await dawnSweep(tools);
  await mudInTheMorning(tools);
  await daysOfTheOthers(tools);
  return 'the night is over, the citizen was told, and the others have done their day';
});
process.stdin.destroy();
