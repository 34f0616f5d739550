import '../../style/register.css';
import { LayUpsBoard } from './LayUpsBoard';

/** 报停: what companies keep of their own. */
export default function RegisterPage() {
  return (
    <div className="ledger">
      <LayUpsBoard lead={null} />
    </div>
  );
}
