/** A run as one message to a channel or a program. */

import { type HookTarget, hookAddress, post } from './deliver/hooks.ts';
import { messageIdOf } from './deliver/messageId.ts';
import { SECRET_VARIABLE, signatureHeaders } from './deliver/signature.ts';
import { type DeliveryInput, type Message, namer, urlOf } from './deliveryInput.ts';
import type { MessageSettings } from './model/delivery.ts';
import { isWorthTelling } from './report/news.ts';
import { slackMessage } from './report/slack.ts';
import { teamsMessage } from './report/teams.ts';
import { webhookBody } from './report/webhook.ts';
import { catalogue } from './words/index.ts';

const onlyWhenOf = (settings: MessageSettings | boolean | undefined) =>
  (typeof settings === 'object' ? settings.onlyWhen : undefined) ?? 'new-findings';

export function hook(target: HookTarget, input: DeliveryInput): Message {
  const { report, world, config } = input;
  const id = messageIdOf(report, target, '');
  const body = () => JSON.stringify(bodyOf(target, input));
  return {
    target,
    id,
    isWorthIt: isWorthTelling(report, onlyWhenOf(config.settings.delivery?.[target])),
    to: null,
    subject: null,
    preview: () => JSON.stringify(bodyOf(target, input), null, 2),
    send: async () => {
      const url = hookAddress(target, world.env, input);
      const content = body();
      const timestamp = Math.floor(world.now() / 1000);
      const signed = () => signatureHeaders({ id, timestamp, body: content }, world.env[SECRET_VARIABLE]);
      await post(input.ask, { url, body: content, headers: target === 'webhook' ? signed() : {} });
      return [];
    },
  };
}

function bodyOf(target: HookTarget, input: DeliveryInput): object {
  const { report } = input;
  const words = catalogue(report.run.language);
  const options = { words, reportUrl: urlOf(input), ownerName: namer(input) };
  switch (target) {
    case 'slack':
      return slackMessage(report, options);
    case 'teams':
      return teamsMessage(report, options);
    case 'webhook':
      return webhookBody(report, words, options.reportUrl);
    default: {
      const unknown: never = target;
      return unknown;
    }
  }
}
