/** A ticket as Deskly has it. */
export interface Ticket {
  number: number;
  title: string;
  priority: number;
  updated_at: string;
  attachment?: string;
}

export function asItem({ number, title, priority }: Ticket) {
  return { number, title, priority };
}
