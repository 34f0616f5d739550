/** A street net with a cleared way through it: the picture behind the sign-in form. */
export function Streets() {
  const across = [70, 150, 215, 300, 380, 470, 540, 640, 720, 810];
  const down = [60, 160, 240, 350, 420, 530, 640, 730, 850, 960, 1050, 1180, 1290, 1400];
  const way = 'M-20 640 H420 V470 H640 V300 H960 V215 H1460';
  return (
    <svg className="streets" viewBox="0 0 1440 900" preserveAspectRatio="xMidYMid slice" aria-hidden="true">
      <g stroke="#1d4448" fill="none">
        {across.map((y, i) => (
          <path key={y} d={`M0 ${y} H1440`} strokeWidth={i % 3 === 0 ? 7 : 2.5} />
        ))}
        {down.map((x, i) => (
          <path key={x} d={`M${x} 0 V900`} strokeWidth={i % 4 === 0 ? 7 : 2.5} />
        ))}
        <path d="M0 860 C300 760 420 880 700 800 S1180 690 1440 760" stroke="#1b4f5e" strokeWidth={26} opacity={0.6} />
      </g>
      <path d={way} fill="none" stroke="#2fb89f" strokeWidth={9} strokeLinejoin="round" opacity={0.9} />
      <path className="streets-way" d={way} fill="none" stroke="#d8fff5" strokeWidth={2} strokeDasharray="14 22" />
      <circle cx={420} cy={640} r={13} fill="#f2b84b" />
      <circle cx={960} cy={215} r={13} fill="#f2b84b" />
    </svg>
  );
}
