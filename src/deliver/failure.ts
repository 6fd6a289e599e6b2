/** Why something was not delivered: one sentence for people, without any secret. */

export class DeliveryError extends Error {
  constructor(reason: string) {
    super(reason);
    this.name = 'DeliveryError';
  }
}
