/** Where a reader decides: the two buttons of a finding, the dialog behind them, and the list of changes. For the script only. */

import { NEVER_WAIVED } from '../../model/neverWaived.ts';
import type { ReportFinding, ReportProfile } from '../../model/report.ts';
import { checkLabel } from '../../words/index.ts';
import { isWrong } from '../facts.ts';
import { findingAnchor, type View } from './view.ts';

interface ButtonsProps {
  readonly view: View;
  readonly profile: ReportProfile;
  readonly finding: ReportFinding;
}

export function DecideButtons({ view, finding }: ButtonsProps) {
  const { accept, wrong } = view.words.tools;
  if (!isWrong(finding)) return null;
  const label = <span class="hidden">: {checkLabel(view.words, finding.check)}</span>;
  const isAcceptable = !NEVER_WAIVED.includes(finding.check) || finding.check === 'presence.identity';
  return (
    <p class="decide" hidden>
      {isAcceptable && (
        <button type="button" class="plain" data-accept={findingAnchor(finding.key)}>
          {accept.button}
          {label}
        </button>
      )}
      <button type="button" class="plain" data-wrong={findingAnchor(finding.key)} title={wrong.explained}>
        {wrong.button}
        {label}
      </button>
    </p>
  );
}

export function AcceptDialog({ view }: { readonly view: View }) {
  const { accept } = view.words.tools;
  return (
    <dialog class="accept" aria-labelledby="accept-title">
      <form method="dialog">
        <h2 id="accept-title">{accept.heading}</h2>
        <p class="accept-what" />
        <p class="quiet">{accept.intro}</p>
        <fieldset>
          <legend>{accept.as}</legend>
          <label>
            <input type="radio" name="as" value="waive" /> <span>{accept.asWaiver}</span>
          </label>
          <label>
            <input type="radio" name="as" value="expect" /> <span>{accept.asExpected}</span>
          </label>
          <label>
            <input type="radio" name="as" value="pin" /> <span>{accept.asPin}</span>
          </label>
        </fieldset>
        <div class="accept-waiver">
          <label>
            <span>{accept.reason}</span> <input name="reason" maxLength={300} autocomplete="off" />
          </label>
          <label>
            <span>{accept.by}</span> <input name="owner" maxLength={200} />
          </label>
          <label>
            <span>{accept.until}</span> <input name="until" type="date" />
          </label>
        </div>
        <p class="accept-problem" role="alert" hidden>
          {accept.fillIn}
        </p>
        <p class="buttons">
          <button type="button" class="primary accept-add">
            {accept.add}
          </button>
          <button type="button" class="accept-cancel">
            {accept.cancel}
          </button>
        </p>
      </form>
    </dialog>
  );
}

export function Changes({ view }: { readonly view: View }) {
  const { patch } = view.words.tools;
  return (
    <section class="changes" aria-labelledby="changes" hidden>
      <h2 id="changes">{patch.heading}</h2>
      <p>{patch.intro}</p>
      <ul
        class="change-list"
        data-waive={patch.waive}
        data-expect={patch.expect}
        data-pin={patch.pin}
        data-seen={patch.seen}
        data-undo={patch.undo}
      />
      <p class="buttons">
        <button type="button" class="primary change-download">
          {patch.download}
        </button>
        <button type="button" class="change-copy" data-done={view.words.page.finding.copied}>
          <span>{patch.copy}</span>
        </button>
        <button type="button" class="change-clear">
          {patch.undoAll}
        </button>
      </p>
      <p class="quiet">
        {patch.how} <code>bijwerken apply bijwerken-patch.json</code>
      </p>
    </section>
  );
}
