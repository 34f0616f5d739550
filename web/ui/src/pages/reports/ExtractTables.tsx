import { api } from '../../api/api';
import type { ReportTable } from '../../api/reportTypes';
import { useRequest } from '../../common/hooks';
import { Loaded } from '../../common/States';
import { useText } from '../../i18n/language';
import { shown } from './tableValue';

/** The tables of an extract, as they stand in its files. */
export function ExtractTables({ id }: { id: number }) {
  const t = useText();
  const request = useRequest(() => api.extractTables(id), [id]);
  return (
    <div className="extract-tables">
      <Loaded request={request}>
        {({ tables }) =>
          tables.length === 0 ? (
            <p className="dim">{t.delivery.nothingOwn}</p>
          ) : (
            tables.map((table) => <OneTable key={`${table.section} ${table.title}`} table={table} />)
          )
        }
      </Loaded>
    </div>
  );
}

function OneTable({ table: { section, title, columns, rows, note } }: { table: ReportTable }) {
  return (
    <section>
      <h3>{`${section} ${title}`}</h3>
      <div className="extract-scroll">
        <table>
          <thead>
            <tr>
              {columns.map((column, i) => (
                <th key={i}>{column}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, r) => (
              <tr key={r}>
                {row.map((value, c) => (
                  <td key={c} className={typeof value === 'string' ? undefined : 'number'}>
                    {shown(value)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {note !== '' && <p className="dim">{note}</p>}
    </section>
  );
}
