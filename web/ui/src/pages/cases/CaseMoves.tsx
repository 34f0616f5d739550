import { Alert as Notice, Button } from 'antd';
import type { CaseDetail } from '../../api/caseTypes';
import { useText } from '../../i18n/language';
import { inOrder, isOnward } from './moves';
import { MoveDialog } from './MoveDialog';
import { useMove } from './useMove';
import { moveName } from './words';

/** A button for each move that the reader may make now; what leads on comes first. */
export function CaseMoves({ detail, onMoved }: { detail: CaseDetail; onMoved: () => void }) {
  const t = useText();
  const moving = useMove(detail, onMoved);
  const moves = inOrder(detail);
  return (
    <footer className="case-foot">
      {moving.trouble && moving.asking === null && <Notice type="warning" showIcon title={moving.trouble} data-trouble="" />}
      {moves.length === 0 && <p className="dim">{detail.dueAt === null && detail.stage !== 'ON_LEDGER' ? t.cases.noMovesEnded : t.cases.noMoves}</p>}
      {moves.map((move, index) => (
        <Button
          key={move}
          type={index === 0 && isOnward(move, detail.stage) ? 'primary' : 'default'}
          danger={move === 'REFUSE' || move === 'REWORK'}
          loading={moving.busy && moving.asking === null}
          data-move-button={move}
          onClick={() => moving.begin(move)}
        >
          {moveName(move, detail.stage, t)}
        </Button>
      ))}
      <MoveDialog detail={detail} moving={moving} />
    </footer>
  );
}
