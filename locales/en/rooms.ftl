# Rooms of a programme: what its team needs now and then.

rooms-title = 🧰 <b>More about the programme</b>
rooms-go-team = 👥 Team
rooms-go-settings = ⚙️ Settings
