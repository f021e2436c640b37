"""Where reports come from: addresses, feeds, web archives, Telegram exports, tables, PDF, folders; safe fetching; raw bytes kept."""
