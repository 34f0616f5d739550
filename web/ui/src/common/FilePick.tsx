import { UploadOutlined } from '@ant-design/icons';
import { useText } from '../i18n/language';

interface Props {
  accept: string;
  file: File | null;
  onFile: (file: File | null) => void;
}

/** Asks for a file, chosen or dropped here. What a browser writes beside its own button is in the browser's language. */
export function FilePick({ accept, file, onFile }: Props) {
  const { common } = useText();
  return (
    <label
      className="file-pick"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        onFile(event.dataTransfer.files[0] ?? null);
      }}
    >
      <b>
        <UploadOutlined /> {common.chooseFile}
      </b>
      <span className={file ? 'ellipsis' : 'ellipsis dim'} title={file?.name}>
        {file?.name ?? common.noFile}
      </span>
      <input type="file" accept={accept} onChange={({ target }) => onFile(target.files?.[0] ?? null)} />
    </label>
  );
}
