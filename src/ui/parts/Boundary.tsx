import { Component, type ReactNode } from 'react';
import { useWords } from '../words.ts';
import { Notice } from './Notice.tsx';
import { PageTitle } from './PageTitle.tsx';

interface Props {
  /** Address of the page; another page gets another chance. */
  readonly at: string;
  readonly children: ReactNode;
}
interface State {
  readonly failed: boolean;
}

/** Keeps a page that breaks, or whose part could not be fetched, from taking the whole app with it. */
export class Boundary extends Component<Props, State> {
  override state: State = { failed: false };

  static getDerivedStateFromError(): State {
    return { failed: true };
  }

  override componentDidUpdate({ at }: Props): void {
    if (this.state.failed && at !== this.props.at) this.setState({ failed: false });
  }

  override render(): ReactNode {
    return this.state.failed ? <Broken /> : this.props.children;
  }
}

function Broken() {
  const { t } = useWords();
  return (
    <div className="stack measure">
      <PageTitle title={t('app.broken.title')} />
      <Notice tone="error" role="alert">
        <p>{t('app.broken.text')}</p>
      </Notice>
      <p>
        <button type="button" className="button" onClick={() => window.location.reload()}>
          {t('app.broken.reload')}
        </button>
      </p>
    </div>
  );
}
