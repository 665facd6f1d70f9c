/** A customer's helpful answer to another customer. */
export const helpful = {
  mark: { hint: (number: number) => `Answers another customer, #${number}`, text: 'Helpful answer' },
  unmark: { hint: 'Is marked as a helpful answer to another customer', text: 'Not helpful after all' },
  reason: 'helpful answer by another customer',
  nobodyAsked: 'Nobody else asked in this conversation: there is nothing that it could answer.',
  thank: (number: number) => `Marked as a helpful answer to #${number}. Thank them, or close the form: the mark stays.`,
  onCard: (numbers: string) => `helpful answer by another customer: ${numbers}`,
  note: (by: string, number: number) => `${by} says that another customer answered helpfully: #${number}`,
  inReport: (n: number) => `Helpful answers by customers: ${n.toLocaleString('en-US')}`,
};
